// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.internal.platform.content;

public interface PermissionGranter {
    void addPermissions(String... permissions);
    void requestPermissions();
}
