// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
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
