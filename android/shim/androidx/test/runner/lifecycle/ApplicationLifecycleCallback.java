// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.runner.lifecycle;

import android.app.Application;

public interface ApplicationLifecycleCallback {
    void onApplicationLifecycleChanged(Application application, ApplicationStage stage);
}
