// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.runner.lifecycle;

public interface ApplicationLifecycleMonitor {
    void addLifecycleCallback(ApplicationLifecycleCallback callback);
    void removeLifecycleCallback(ApplicationLifecycleCallback callback);
}
