// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.internal.platform.os;

import android.view.View;

public interface ControlledLooper {
    void drainMainThreadUntilIdle();
    void simulateWindowFocus(View view);
}
