// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
@_exported import AppleFoundation

open class XCTestCase: NSObject {
    nonisolated public override init() { super.init() }
    open var continueAfterFailure = true
    open func setUp() async throws {}
    open func add(_ attachment: XCTAttachment) {}
}
open class XCTAttachment: NSObject {
    public enum Lifetime: Int, Sendable { case keepAlways, deleteOnSuccess }
    public init(screenshot: XCUIScreenshot) { fatalError() }
    open var name: String?
    open var lifetime: Lifetime = .deleteOnSuccess
}
@MainActor open class XCUIScreenshot: NSObject {}
@MainActor open class XCUIScreen: NSObject {
    open class var main: XCUIScreen { fatalError() }
    open func screenshot() -> XCUIScreenshot { fatalError() }
}
@MainActor open class XCUIElement: NSObject {
    nonisolated public override init() { super.init() }
    open func tap() {}
    open func waitForExistence(timeout: TimeInterval) -> Bool { fatalError() }
    open var buttons: XCUIElementQuery { fatalError() }
    open var navigationBars: XCUIElementQuery { fatalError() }
}
@MainActor open class XCUIElementQuery: NSObject {
    open subscript(key: String) -> XCUIElement { fatalError() }
    open func element(boundBy index: Int) -> XCUIElement { fatalError() }
    open var buttons: XCUIElementQuery { fatalError() }
}
@MainActor open class XCUIApplication: XCUIElement {
    nonisolated public override init() { super.init() }
    open var launchArguments: [String] = []
    open func launch() {}
    open func terminate() {}
    open func performAccessibilityAudit() throws {}
}
public func XCTAssertTrue(
    _ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String = ""
) {}
