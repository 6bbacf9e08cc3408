// Type-checked on Linux against stubs; runs in the iPhone simulator only (.github/workflows/ios.yml).
import XCTest

/// Opens the screens as a person does, and keeps a picture of each for review.
@MainActor
final class ScreensTests: XCTestCase {
    override func setUp() async throws { continueAfterFailure = false }

    func testScreensOpenAndArePictured() throws {
        for (language, region) in [("zh-Hans", "zh_CN"), ("zh-Hant", "zh_TW"), ("en", "en_US")] {
            let app = XCUIApplication()
            app.launchArguments = ["-AppleLanguages", "(\(language))", "-AppleLocale", region]
            app.launch()
            keep("\(language)-first-run")
            let skip = app.buttons["first-run.skip"]
            if skip.waitForExistence(timeout: 5) { skip.tap() }
            keep("\(language)-home")
            for screen in [
                "emergency", "situation", "questions", "numbers", "checklist", "rules", "settings", "about",
            ] {
                let row = app.buttons["home.\(screen)"]
                XCTAssertTrue(row.waitForExistence(timeout: 5), screen)
                row.tap()
                keep("\(language)-\(screen)")
                app.navigationBars.buttons.element(boundBy: 0).tap()
            }
            app.terminate()
        }
    }

    /// Apple's own accessibility audit: contrast, cut text, hit areas, labels.
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

    private func keep(_ name: String) {
        let picture = XCTAttachment(screenshot: XCUIScreen.main.screenshot())
        picture.name = name
        picture.lifetime = .keepAlways
        add(picture)
    }
}
