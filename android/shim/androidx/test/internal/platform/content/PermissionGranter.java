// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.internal.platform.content;

public interface PermissionGranter {
    void addPermissions(String... permissions);
    void requestPermissions();
}
