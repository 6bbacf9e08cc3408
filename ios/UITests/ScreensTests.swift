// Type-checked on Linux against stubs; runs in the iPhone simulator only (.github/workflows/ios.yml).
import XCTest

/// Opens the screens and attaches a screenshot of each for review.
@MainActor
final class ScreensTests: XCTestCase {
    override func setUp() async throws { continueAfterFailure = false }

    func testScreensOpenAndAreCaptured() throws {
        for (language, region) in [("zh-Hans", "zh_CN"), ("zh-Hant", "zh_TW"), ("en", "en_US")] {
            let app = XCUIApplication()
            app.launchArguments = ["-AppleLanguages", "(\(language))", "-AppleLocale", region]
            app.launch()
            attachScreenshot("\(language)-first-run")
            let skip = app.buttons["first-run.skip"]
            if skip.waitForExistence(timeout: 5) { skip.tap() }
            attachScreenshot("\(language)-home")
            for screen in [
                "emergency", "situation", "questions", "numbers", "checklist", "rules", "settings", "about",
            ] {
                let row = app.buttons["home.\(screen)"]
                XCTAssertTrue(row.waitForExistence(timeout: 5), screen)
                row.tap()
                attachScreenshot("\(language)-\(screen)")
                app.navigationBars.buttons.element(boundBy: 0).tap()
            }
            app.terminate()
        }
    }

    /// Apple's accessibility audit: contrast, clipped text, hit areas, labels.
    func testHomeAndEmergencyPassTheAccessibilityAudit() throws {
        let app = XCUIApplication()
        app.launchArguments = [
            "-UIPreferredContentSizeCategoryName", "UICTContentSizeCategoryAccessibilityXXXL",
        ]
        app.launch()
        let skip = app.buttons["first-run.skip"]
        if skip.waitForExistence(timeout: 5) { skip.tap() }
        try app.performAccessibilityAudit()
        let emergency = app.buttons["home.emergency"]
        XCTAssertTrue(emergency.waitForExistence(timeout: 5))
        emergency.tap()
        try app.performAccessibilityAudit()
    }

    private func attachScreenshot(_ name: String) {
        let screenshot = XCTAttachment(screenshot: XCUIScreen.main.screenshot())
        screenshot.name = name
        screenshot.lifetime = .keepAlways
        add(screenshot)
    }
}
