// Not run yet: written without an Android SDK and NDK. ./build and ./test compile and test the same sources.
import java.util.Properties

plugins {
    id("com.android.application")
    id("org.jetbrains.kotlin.android")
}

val root = rootProject.projectDir.parentFile
// The signing key. The file that names it is never committed.
val signing = Properties().apply { rootProject.file("signing.properties").takeIf { it.exists() }?.inputStream()?.use(::load) }

android {
    namespace = "org.yanka.app"
    compileSdk = 35
    ndkVersion = "28.0.13004108" // its default page size is 16 KB
    defaultConfig {
        applicationId = "org.yanka.app"
        minSdk = 26
        targetSdk = 35
        versionCode = 1
        versionName = "0.1"
        ndk { abiFilters += listOf("arm64-v8a", "armeabi-v7a", "x86_64") }
    }
    compileOptions { sourceCompatibility = JavaVersion.VERSION_17; targetCompatibility = JavaVersion.VERSION_17 }
    kotlinOptions { jvmTarget = "17" }
    sourceSets["main"].kotlin.srcDir(layout.buildDirectory.dir("binding"))
    if (signing.isNotEmpty()) signingConfigs.create("own") {
        storeFile = file(signing.getProperty("store"))
        storePassword = signing.getProperty("store-password")
        keyAlias = signing.getProperty("alias")
        keyPassword = signing.getProperty("key-password")
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
            signingConfig = signingConfigs.findByName("own")
        }
    }
    // Omit the dependency block, which is encrypted for Google Play: builds must be reproducible.
    dependenciesInfo { includeInApk = false; includeInBundle = false }
    packaging { jniLibs { useLegacyPackaging = false } }
}

dependencies {
    implementation("net.java.dev.jna:jna:5.18.1@aar")
}

val native by tasks.registering(Exec::class) {
    workingDir = root
    // Reproducible: the same bytes in every source folder.
    environment("RUSTFLAGS", "--remap-path-prefix=$root=. -C link-arg=-Wl,--build-id=none -C link-arg=-Wl,-z,max-page-size=16384")
    commandLine("cargo", "ndk", "-t", "arm64-v8a", "-t", "armeabi-v7a", "-t", "x86_64", "-P", "26",
        "-o", "$projectDir/src/main/jniLibs", "build", "--release", "--locked", "-p", "yanka")
}

val binding by tasks.registering(Exec::class) {
    workingDir = root
    val out = layout.buildDirectory.dir("binding").get().asFile.path
    commandLine("sh", "-c", "cargo build --release --locked -p yanka -p yanka-bindgen && " +
        "target/release/yanka-bindgen generate -l kotlin --no-format -o '$out' target/release/libyanka.so")
}

tasks.named("preBuild") { dependsOn(native, binding) }
