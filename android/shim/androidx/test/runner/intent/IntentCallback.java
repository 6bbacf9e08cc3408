// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.runner.intent;

import android.content.Intent;

public interface IntentCallback {
    void onIntentSent(Intent intent);
}
