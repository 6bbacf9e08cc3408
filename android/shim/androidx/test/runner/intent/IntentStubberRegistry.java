// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.runner.intent;

public final class IntentStubberRegistry {
    private static IntentStubber loaded;

    private IntentStubberRegistry() {}

    public static void load(IntentStubber stubber) {
        loaded = stubber;
    }

    public static boolean isLoaded() {
        return loaded != null;
    }

    public static IntentStubber getInstance() {
        return loaded;
    }

    public static void reset() {
        loaded = null;
    }
}
