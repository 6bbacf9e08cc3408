// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.runner.intent;

public final class IntentMonitorRegistry {
    private static volatile IntentMonitor registered;

    private IntentMonitorRegistry() {}

    public static IntentMonitor getInstance() {
        return registered;
    }

    public static void registerInstance(IntentMonitor monitor) {
        registered = monitor;
    }
}
