// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.internal.platform;

public interface ThreadChecker {
    void checkMainThread();
    void checkNotMainThread();
}
