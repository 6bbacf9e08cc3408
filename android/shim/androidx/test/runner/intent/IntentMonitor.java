// Stands where androidx.test has a class of this name: Robolectric names it and uses no more than this.
package androidx.test.runner.intent;

public interface IntentMonitor {
    void addIntentCallback(IntentCallback callback);
    void removeIntentCallback(IntentCallback callback);
}
