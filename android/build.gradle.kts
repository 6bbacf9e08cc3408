// Not run yet: written after the Android Gradle plugin's documentation; ./build and ./test are the builds that were run.
plugins {
    id("com.android.application") version "8.7.3" apply false
    id("org.jetbrains.kotlin.android") version "2.2.21" apply false
}
