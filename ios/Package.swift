// swift-tools-version: 6.0
import PackageDescription

// Header, module map and library. On Linux the tests link the shared library that `ios/test` builds; on a Mac
// `scripts/xcframework` builds the same module as a binary framework.
#if os(Linux)
    let library = Target.systemLibrary(name: "YankaFFI")
#else
    let library = Target.binaryTarget(name: "YankaFFI", path: "Frameworks/YankaFFI.xcframework")
#endif

let package = Package(
    name: "YankaKit",
    platforms: [.iOS(.v17)],
    products: [.library(name: "YankaKit", targets: ["YankaKit"])],
    targets: [
        library,
        // The generated binding, never committed. In Swift 5 mode, because it crashes Debian's compiler in
        // Swift 6 mode.
        .target(
            name: "Yanka", dependencies: ["YankaFFI"], swiftSettings: [.swiftLanguageMode(.v5)],
            linkerSettings: [.linkedLibrary("yanka", .when(platforms: [.linux]))]),
        .target(name: "YankaKit", dependencies: ["Yanka"]),
        .testTarget(name: "YankaKitTests", dependencies: ["YankaKit"]),
    ],
    swiftLanguageModes: [.v6]
)
