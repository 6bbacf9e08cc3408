"""Spoils a copy of the resources in many ways, one at a time: check.py must name each."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parents[2]
SPOILT = [
    # file, what stands there, what is put in its place, what check.py must say
    ("App/Info.plist", "<key>NSCameraUsageDescription</key>", "<key>NSContactsUsageDescription</key>", "NSCameraUsageDescription"),
    ("App/Info.plist", "org.yanka.emergency", "org.yanka.emergncy", "quick actions"),
    ("App/Info.plist", "<string>org.yanka.pack</string>", "<string>org.yanka.pck</string>", "what can be opened"),
    ("ShareExtension/Info.plist", "com.apple.share-services", "com.apple.ui-services", "not a share extension"),
    ("ShareExtension/Info.plist", "ShareViewController", "ShareController", "no class ShareController"),
    ("ShareExtension/Info.plist", "SupportsText", "SupportsFileWithMaxCount", "activation rule"),
    ("App/Yanka.entitlements", "group.org.yanka.app", "group.org.other", "the group is not"),
    ("App/PrivacyInfo.xcprivacy", "CategoryFileTimestamp", "CategoryUserDefaults", "do not fit"),
    ("ShareExtension/PrivacyInfo.xcprivacy", "<false/>", "<true/>", "nothing is tracked"),
    ("App/Shared/Localizable.xcstrings", '"value": "危险"', '"value": ""', "lacks zh-Hans"),
    ("App/Shared/Localizable.xcstrings", "提醒家人", "通知家人", "in the shared words"),
    ("App/Shared/Localizable.xcstrings", "\"share.keep\"", "\"share.kept\"", "'share.keep' with 0 values"),
    ("App/Screens/HomeView.swift", "\"home.photo\"", "\"home.foto\"", "'home.foto' with 0 values"),
    ("App/Screens/AboutView.swift", "import SwiftUI", "import SwiftUI\nimport WebKit", "no network code"),
    ("App/Phone/PhoneDialler.swift", "UIApplication.shared.open(url)", "URLSession.shared.dataTask(with: url)", "no network code"),
    ("App/Screens/LogView.swift", "// Type-checked on Linux", "// Checked", "was not run here"),
    ("Sources/YankaKit/Phase.swift", "/// What a screen", "import Combine\n/// What a screen", "imports Combine"),
    ("Sources/YankaKit/App/Screen.swift", "case checklist", "case list", "no screen 'checklist'"),
    ("project.yml", "-Wl,-application_extension", "-ObjC", "an extension may not"),
    ("project.yml", "path: UITests", "path: UITest", "no UITest"),
    ("App/Intents/Intents.swift", "Check a card with", "Look at a card with", "the intents differ"),
    ("Tests/Resources/differences.toml", "\"state.empty\"", "\"state.epty\"", "'state.empty' of the shared words"),
    ("Tests/Resources/differences.toml", "\"share.left\" = \"as above\"", "", "gives no reason"),
]


def main():
    missed = []
    with tempfile.TemporaryDirectory() as made:
        top = pathlib.Path(made)
        for name in ("App", "ShareExtension", "Sources/YankaKit", "Tests", "UITests", "scripts", "project.yml", "Package.swift"):
            source, place = HERE / name, top / "ios" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, place) if source.is_dir() else shutil.copy(source, place)
        shutil.copytree(HERE.parent / ".github", top / ".github")
        for name, right, spoilt, wanted in SPOILT:
            file = top / "ios" / name
            before = file.read_text()
            if right not in before:
                missed.append(f"{name}: {right!r} does not stand there")
                continue
            file.write_text(before.replace(right, spoilt, 1))
            ran = subprocess.run([sys.executable, HERE / "Tests/Resources/check.py", top / "ios"], capture_output=True, text=True)
            file.write_text(before)
            if ran.returncode == 0 or wanted not in ran.stdout:
                missed.append(f"{name}: {spoilt!r} was not caught: {ran.stdout.strip()} {ran.stderr.strip()[-300:]}")
    print("\n".join(missed) or f"resources: each of {len(SPOILT)} spoilt files is caught")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
