// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.runner.lifecycle;

public final class ApplicationLifecycleMonitorRegistry {
    private static volatile ApplicationLifecycleMonitor registered;

    private ApplicationLifecycleMonitorRegistry() {}

    public static ApplicationLifecycleMonitor getInstance() {
        if (registered == null) throw new IllegalStateException("nothing registered");
        return registered;
    }

    public static void registerInstance(ApplicationLifecycleMonitor monitor) {
        registered = monitor;
    }
}
