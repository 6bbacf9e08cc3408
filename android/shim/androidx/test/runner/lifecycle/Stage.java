// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.runner.lifecycle;

public enum Stage {
    PRE_ON_CREATE, CREATED, STARTED, RESUMED, PAUSED, STOPPED, RESTARTED, DESTROYED
}
