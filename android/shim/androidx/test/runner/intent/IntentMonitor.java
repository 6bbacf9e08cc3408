// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.runner.intent;

public interface IntentMonitor {
    void addIntentCallback(IntentCallback callback);
    void removeIntentCallback(IntentCallback callback);
}
