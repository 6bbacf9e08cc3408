// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.runner.lifecycle;

public final class ActivityLifecycleMonitorRegistry {
    private static volatile ActivityLifecycleMonitor registered;

    private ActivityLifecycleMonitorRegistry() {}

    public static ActivityLifecycleMonitor getInstance() {
        if (registered == null) throw new IllegalStateException("nothing registered");
        return registered;
    }

    public static void registerInstance(ActivityLifecycleMonitor monitor) {
        registered = monitor;
    }
}
