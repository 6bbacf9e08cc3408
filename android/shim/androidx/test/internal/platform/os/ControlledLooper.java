// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.internal.platform.os;

import android.view.View;

public interface ControlledLooper {
    void drainMainThreadUntilIdle();
    void simulateWindowFocus(View view);
}
