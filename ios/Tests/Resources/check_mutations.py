"""Mutation test: check_resources.py must report each of these single changes to a copy of the sources."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parents[2]
MUTATIONS = [
    # file, text, replacement, part of the expected report
    ("App/Info.plist", "<key>NSCameraUsageDescription</key>", "<key>NSContactsUsageDescription</key>", "NSCameraUsageDescription"),
    ("App/Info.plist", "org.yanka.emergency", "org.yanka.emergncy", "quick actions"),
    ("App/Info.plist", "<string>org.yanka.pack</string>", "<string>org.yanka.pck</string>", "what can be opened"),
    ("ShareExtension/Info.plist", "com.apple.share-services", "com.apple.ui-services", "not a share extension"),
    ("ShareExtension/Info.plist", "ShareViewController", "ShareController", "no class ShareController"),
    ("ShareExtension/Info.plist", "SupportsText", "SupportsFileWithMaxCount", "activation rule"),
    ("App/Yanka.entitlements", "group.org.yanka.app", "group.org.other", "the group is not"),
    ("App/PrivacyInfo.xcprivacy", "CategoryFileTimestamp", "CategoryUserDefaults", "do not match"),
    ("ShareExtension/PrivacyInfo.xcprivacy", "<false/>", "<true/>", "tracks nobody"),
    ("App/Shared/Localizable.xcstrings", '"value": "危险"', '"value": ""', "lacks zh-Hans"),
    ("App/Shared/Localizable.xcstrings", "提醒家人", "通知家人", "in the shared strings"),
    ("App/Shared/Localizable.xcstrings", "\"share.keep\"", "\"share.kept\"", "'share.keep' with 0 values"),
    ("App/Screens/HomeView.swift", "\"home.photo\"", "\"home.foto\"", "'home.foto' with 0 values"),
    ("App/Screens/AboutView.swift", "import SwiftUI", "import SwiftUI\nimport WebKit", "network code is not allowed"),
    ("App/Platform/PhoneDialler.swift", "UIApplication.shared.open(url)", "URLSession.shared.dataTask(with: url)", "network code is not allowed"),
    ("App/Screens/LogView.swift", "// Type-checked on Linux", "// Checked", "does not run on Linux"),
    ("Sources/YankaKit/LoadState.swift", "/// The state of content", "import Combine\n/// The state of content", "imports Combine"),
    ("Sources/YankaKit/App/Screen.swift", "case checklist", "case list", "no screen 'checklist'"),
    ("project.yml", "-Wl,-application_extension", "-ObjC", "unavailable to extensions"),
    ("project.yml", "path: UITests", "path: UITest", "no UITest"),
    ("App/Intents/Intents.swift", "Check a card with", "Look at a card with", "the intents differ"),
    ("Tests/Resources/differences.toml", "\"state.empty\"", "\"state.epty\"", "'state.empty' of the shared strings"),
    ("Tests/Resources/differences.toml", "\"share.left\" = \"as above\"", "", "gives no reason"),
]


def main():
    missed = []
    with tempfile.TemporaryDirectory() as work:
        top = pathlib.Path(work)
        for name in ("App", "ShareExtension", "Sources/YankaKit", "Tests", "UITests", "scripts", "project.yml", "Package.swift"):
            source, target = HERE / name, top / "ios" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
        shutil.copytree(HERE.parent / ".github", top / ".github")
        for name, text, replacement, expected in MUTATIONS:
            file = top / "ios" / name
            before = file.read_text()
            if text not in before:
                missed.append(f"{name}: {text!r} not found")
                continue
            file.write_text(before.replace(text, replacement, 1))
            ran = subprocess.run([sys.executable, HERE / "Tests/Resources/check_resources.py", top / "ios"], capture_output=True, text=True)
            file.write_text(before)
            if ran.returncode == 0 or expected not in ran.stdout:
                missed.append(f"{name}: {replacement!r} was not reported: {ran.stdout.strip()} {ran.stderr.strip()[-300:]}")
    print("\n".join(missed) or f"resources: each of {len(MUTATIONS)} mutations is reported")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
