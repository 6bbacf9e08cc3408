// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.runner.lifecycle;

public interface ApplicationLifecycleMonitor {
    void addLifecycleCallback(ApplicationLifecycleCallback callback);
    void removeLifecycleCallback(ApplicationLifecycleCallback callback);
}
