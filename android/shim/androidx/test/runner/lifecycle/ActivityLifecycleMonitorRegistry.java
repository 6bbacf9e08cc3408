// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
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
