// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
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
