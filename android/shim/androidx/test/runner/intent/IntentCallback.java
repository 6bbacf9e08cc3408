// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.runner.intent;

import android.content.Intent;

public interface IntentCallback {
    void onIntentSent(Intent intent);
}
