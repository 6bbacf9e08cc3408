// Replaces the class of the same name in androidx.test: only what Robolectric uses of it.
package androidx.test.platform.app;

import android.app.Instrumentation;
import android.os.Bundle;

public final class InstrumentationRegistry {
    private static volatile Instrumentation instrumentation;
    private static volatile Bundle arguments;

    private InstrumentationRegistry() {}

    public static Instrumentation getInstrumentation() {
        if (instrumentation == null) throw new IllegalStateException("nothing registered");
        return instrumentation;
    }

    public static Bundle getArguments() {
        return arguments == null ? new Bundle() : new Bundle(arguments);
    }

    public static void registerInstance(Instrumentation given, Bundle with) {
        instrumentation = given;
        arguments = with;
    }
}
