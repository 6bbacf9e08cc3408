// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.internal.platform;

public interface ThreadChecker {
    void checkMainThread();
    void checkNotMainThread();
}
