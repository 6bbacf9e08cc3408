// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.runner.lifecycle;

public enum Stage {
    PRE_ON_CREATE, CREATED, STARTED, RESUMED, PAUSED, STOPPED, RESTARTED, DESTROYED
}
