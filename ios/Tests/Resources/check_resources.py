"""Checks that plists, entitlements, privacy manifests, String Catalogs and project.yml match the code.

`check_resources.py [FOLDER]` prints one line per problem, or one line when there is none.
"""
import json
import os
import pathlib
import plistlib
import re
import shutil
import subprocess
import sys
import tomllib

import yaml

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
# APIs that open a connection; no shipped Swift file may use one.
NETWORK = (
    r"\b(URLSession|URLRequest|URLConnection|NWConnection|NWPathMonitor|NWBrowser|CFNetwork|CFSocket|CFStream\w*|"
    r"WKWebView|SFSafariViewController|ASWebAuthenticationSession|MFMailComposeViewController|socket|getaddrinfo|"
    r"AsyncImage|CloudKit|MultipeerConnectivity|URLProtocol|InputStream|OutputStream)\b"
    r"|import (Network|WebKit|SafariServices|CFNetwork|Darwin|Glibc)\b"
)
# APIs that need a declared reason, by category: a pattern for Swift code and one for symbols that the library
# imports (Apple, "Describing use of required reason API").
REASONS = {
    "NSPrivacyAccessedAPICategoryUserDefaults": (r"\b(UserDefaults|AppStorage|SceneStorage)\b", r"^$"),
    "NSPrivacyAccessedAPICategoryFileTimestamp": (
        r"attributesOfItem|creationDateKey|contentModificationDateKey|\bf?stat\(", r"^(l|f)?stat(x|64|at)?(64)?$"),
    "NSPrivacyAccessedAPICategoryDiskSpace": (
        r"volumeAvailableCapacity|systemFreeSize|attributesOfFileSystem", r"^f?stat(v)?fs(64)?$"),
    "NSPrivacyAccessedAPICategorySystemBootTime": (r"systemUptime|mach_absolute_time", r"^mach_absolute_time$"),
    "NSPrivacyAccessedAPICategoryActiveKeyboards": (r"activeInputModes", r"^$"),
}
FIRST_LINE = "// Type-checked on Linux against stubs; runs "
# What precedes a dotted literal that is not a key of the String Catalog.
NOT_A_KEY = r'(?:systemImage: |systemName: |systemImageName: |accessibilityIdentifier\(|path: |UTType\(exportedAs: |Identifiers: \[|Data\()$'

problems = []


def report(problem):
    problems.append(problem)


def swift(root, *folders):
    return {p: p.read_text() for f in folders for p in sorted((root / f).rglob("*.swift"))}


def without_comments(text):
    return re.sub(r"//.*", "", text)


def symbol_names(text):
    """The names of SF Symbols: literals of `symbolName` properties and arguments."""
    found = set(re.findall(r'symbolName: "([^"]+)"', text))
    for body in re.findall(r"var symbolName: String \{\n(.*?)\n    \}", text, re.S):
        found |= set(re.findall(r'"([^"]+)"', body))
    found |= set(re.findall(r'row\([^)]*, "([a-z.]+)"\)', text))
    for inside in re.findall(r"Image\(\s*systemName: ((?:[^()]|\([^()]*\))*)\)", text):
        found |= set(re.findall(r'"([^"]+)"', inside))
    return found


def used_keys(sources):
    """Every literal in the form of a String Catalog key, with its number of interpolations."""
    used = {}
    for path, text in sources.items():
        text = without_comments(text)
        symbols = symbol_names(text)
        for found in re.finditer(r'"([a-z][a-z0-9-]*\.[a-z0-9.-]+)((?: \\\((?:[^()"]|\([^()"]*\))*\))*)"', text):
            name, values = found.groups()
            if name.startswith(("org.yanka.", "group.org.yanka.")):
                continue
            if re.search(NOT_A_KEY, text[: found.start()]) or (name in symbols and not values):
                continue
            used.setdefault((name, values.count("\\(")), path.name)
    return used


def catalogue(path):
    strings = json.loads(path.read_text())["strings"]
    for key, entry in strings.items():
        have = entry.get("localizations", {})
        for language in LANGUAGES:
            unit = have.get(language, {}).get("stringUnit", {})
            if unit.get("state") != "translated" or not unit.get("value", "").strip():
                report(f"{path.name}: {key!r} lacks {language}")
        kinds = {tuple(sorted(re.findall(r"(?:\d\$)?(@|lld)", "".join(re.findall(r"%(?:\d\$)?(?:@|lld)", u["stringUnit"]["value"])))))
                 for u in have.values()}
        if len(kinds) > 1:
            report(f"{path.name}: {key!r} has other placeholders in another language")
    return strings


def strings_match(root, shared):
    sources = swift(root, "App", "ShareExtension")
    strings = catalogue(root / "App/Shared/Localizable.xcstrings")
    named = {(key.split(" ")[0], key.count("%")): key for key in strings}
    used = used_keys(sources)
    for key, where in sorted(used.items()):
        if key not in named:
            report(f"{where}: {key[0]!r} with {key[1]} values is not in Localizable.xcstrings")
    for key in sorted(set(named) - set(used)):
        report(f"Localizable.xcstrings: {named[key]!r} is not used")
    # The shared strings are the same as in the Android app.
    differences = tomllib.loads((root / "Tests/Resources/differences.toml").read_text())
    own, missing = differences["ios-only"], differences["android-only"]
    table = tomllib.loads(shared.read_text())
    shared_strings = {f"{a}.{b}": v for a, names in table.items() for b, v in names.items()}
    for (name, count), key in named.items():
        if name not in shared_strings:
            if not own.get(name):
                report(f"{name!r} is not a shared string, and differences.toml gives no reason")
            continue
        if name in own:
            report(f"differences.toml: {name!r} is a shared string")
        for language in LANGUAGES:
            have = strings[key]["localizations"].get(language, {}).get("stringUnit", {}).get("value", "")
            ours = re.sub(r"%(?:(\d)\$)?(?:@|lld)", lambda m: f"%{m[1] or 1}", have)
            expected = re.sub(r"%(\d)\$[sd]", r"%\1", shared_strings[name][language.lower()])
            if ours != expected:
                report(f"{name!r} in {language}: {ours!r} here, {expected!r} in the shared strings")
    unused = set(shared_strings) - {n for n, _ in named}
    for name in sorted(unused - set(missing)):
        report(f"{name!r} of the shared strings is not used here, and differences.toml gives no reason")
    for name in sorted(set(missing) - unused):
        report(f"differences.toml: {name!r} is used here or is not a shared string")
    for name in sorted(set(own) - {n for n, _ in named}):
        report(f"differences.toml: {name!r} is not used")


def screens(root, shared):
    """Every shared screen exists here, or differences.toml gives a reason."""
    missing = tomllib.loads((root / "Tests/Resources/differences.toml").read_text())["android-only"]
    text = (root / "Sources/YankaKit/App/Screen.swift").read_text()
    have = {re.sub(r"([A-Z])", r"-\1", n).lower() for n in re.findall(r"    case (\w+)", text)} | {"home", "first-run"}
    for name in set(tomllib.loads(shared.read_text())["screen"]) - have:
        if f"screen.{name}" not in missing:
            report(f"no screen {name!r}")


def plists(root):
    app = plistlib.loads((root / "App/Info.plist").read_bytes())
    code = "".join(without_comments(t) for t in swift(root, "App").values())
    for key, uses in (
        ("NSCameraUsageDescription", "UIImagePickerController"), ("NSFaceIDUsageDescription", "LAContext"),
    ):
        if (uses in code) != bool(app.get(key)):
            report(f"Info.plist: {key} and the use of {uses} do not match")
    for key in app:
        if key.endswith("UsageDescription") and key not in ("NSCameraUsageDescription", "NSFaceIDUsageDescription"):
            report(f"Info.plist: {key} is for an API that the app does not use")
    if "NSAppTransportSecurity" in app:
        report("Info.plist: an app without network needs no transport settings")
    kit = (root / "Sources/YankaKit/App/Screen.swift").read_text()
    types = set(re.findall(r'case \w+ = "(org\.yanka\.\w+)"', kit))
    items = app["UIApplicationShortcutItems"]
    if {i["UIApplicationShortcutItemType"] for i in items} != types:
        report("Info.plist: the quick actions are not those of QuickAction")
    shown = catalogue(root / "App/InfoPlist.xcstrings")
    needed = {"CFBundleDisplayName", "NSCameraUsageDescription", "NSFaceIDUsageDescription"}
    needed |= {i["UIApplicationShortcutItemTitle"] for i in items}
    needed |= {d["CFBundleTypeName"] for d in app["CFBundleDocumentTypes"]}
    for key in needed ^ set(shown):
        report(f"InfoPlist.xcstrings and Info.plist differ in {key!r}")
    for key in needed & set(app):
        if shown.get(key) and app[key] != shown[key]["localizations"]["zh-Hans"]["stringUnit"]["value"]:
            report(f"Info.plist: {key} is not its own zh-Hans text")
    declared = {d["UTTypeIdentifier"]: d for d in app["UTExportedTypeDeclarations"]}
    for name in re.findall(r'UTType\(exportedAs: "([^"]+)"\)', code):
        if name not in declared:
            report(f"Info.plist: {name} is not declared")
    opened = {t for d in app["CFBundleDocumentTypes"] for t in d["LSItemContentTypes"]}
    if opened != set(declared):
        report("Info.plist: what can be opened is not what is declared")
    if set(app["CFBundleLocalizations"]) != set(LANGUAGES):
        report("Info.plist: the languages are not those of the String Catalog")

    share = plistlib.loads((root / "ShareExtension/Info.plist").read_bytes())
    extension = share["NSExtension"]
    if extension["NSExtensionPointIdentifier"] != "com.apple.share-services":
        report("ShareExtension: not a share extension")
    name = extension["NSExtensionPrincipalClass"].removeprefix("$(PRODUCT_MODULE_NAME).")
    if not any(f"class {name}: UIViewController" in t for t in swift(root, "ShareExtension").values()):
        report(f"ShareExtension: no class {name}")
    rule = extension["NSExtensionAttributes"]["NSExtensionActivationRule"]
    if not isinstance(rule, dict) or set(rule) != {
        "NSExtensionActivationSupportsImageWithMaxCount", "NSExtensionActivationSupportsText",
        "NSExtensionActivationSupportsWebURLWithMaxCount",
    }:
        report("ShareExtension: the activation rule is not images, texts and URLs")
    catalogue(root / "ShareExtension/InfoPlist.xcstrings")


def entitlements(root):
    group = re.search(r'static let group = "([^"]+)"', (root / "App/Shared/AppDirectories.swift").read_text())[1]
    for path in ("App/Yanka.entitlements", "ShareExtension/YankaShare.entitlements"):
        have = plistlib.loads((root / path).read_bytes())
        if have.get("com.apple.security.application-groups") != [group]:
            report(f"{path}: the group is not {group}")
        if have.get("com.apple.developer.default-data-protection") != "NSFileProtectionComplete":
            report(f"{path}: files are not completely protected")
        for extra in set(have) - {"com.apple.security.application-groups", "com.apple.developer.default-data-protection"}:
            report(f"{path}: {extra} is not used")


def privacy(root, library):
    code = "".join(without_comments(t) for t in swift(root, "App", "ShareExtension", "Sources/YankaKit").values())
    imports = set()
    if library.exists() and shutil.which("nm"):
        listed = subprocess.run(["nm", "-D", "--undefined-only", library], capture_output=True, text=True, check=True)
        imports = {line.split()[-1].split("@")[0] for line in listed.stdout.splitlines()}
    else:
        report("the library's imports cannot be read: run `ios/test core`, and install binutils for `nm`")
    needed = {
        name for name, (calls, symbols) in REASONS.items()
        if re.search(calls, code) or any(re.match(symbols, i) for i in imports)
    }
    for path in ("App/PrivacyInfo.xcprivacy", "ShareExtension/PrivacyInfo.xcprivacy"):
        have = plistlib.loads((root / path).read_bytes())
        if have["NSPrivacyTracking"] or have["NSPrivacyTrackingDomains"] or have["NSPrivacyCollectedDataTypes"]:
            report(f"{path}: the app tracks nobody and collects nothing")
        named = {t["NSPrivacyAccessedAPIType"]: t["NSPrivacyAccessedAPITypeReasons"] for t in have["NSPrivacyAccessedAPITypes"]}
        for name in set(named) ^ needed:
            report(f"{path}: {name} and the used APIs do not match")
        if any(not reasons for reasons in named.values()):
            report(f"{path}: a category without a reason")


def no_network(root):
    for path, text in swift(root, "App", "ShareExtension", "Sources/YankaKit").items():
        found = re.search(NETWORK, without_comments(text))
        if found:
            report(f"{path.relative_to(root)}: {found[0]}: network code is not allowed")


def models(root):
    for path, text in swift(root, "Sources/YankaKit").items():
        allowed = {"Foundation", "Observation"} | ({"Yanka"} if path.name == "Core.swift" else set())
        for name in set(re.findall(r"^(?:@\w+ )?import (\w+)", text, re.M)) - allowed:
            report(f"{path.relative_to(root)}: imports {name}")


def sources(root):
    for path, text in swift(root, "App", "ShareExtension", "UITests").items():
        if not text.startswith(FIRST_LINE):
            report(f"{path.relative_to(root)}: the first line does not say that it does not run on Linux")
    for path in ("project.yml", "scripts/xcframework", "../.github/workflows/ios.yml"):
        if not re.search(r"\A(#!.*\n)?# (Parsed on Linux|Not run on Linux)", (root / path).read_text()):
            report(f"{path}: the first line does not say that it does not run on Linux")
    for text in swift(root, "App", "ShareExtension", "Sources/YankaKit", "Tests", "UITests").items():
        if len(text[1].splitlines()) > 400 and "Tests" not in str(text[0]):
            report(f"{text[0].relative_to(root)}: over 400 lines")


def project(root):
    parsed = yaml.safe_load((root / "project.yml").read_text())
    version = parsed["options"]["deploymentTarget"]["iOS"]
    if f".iOS(.v{version.split('.')[0]})" not in (root / "Package.swift").read_text():
        report("project.yml: the deployment target is not the package's")
    targets = parsed["targets"]
    kinds = {t["type"] for t in targets.values()}
    if kinds != {"application", "app-extension", "bundle.unit-test", "bundle.ui-testing"}:
        report("project.yml: expected app, extension, unit and UI tests")
    for name, target in targets.items():
        for source in target["sources"]:
            if not (root / source["path"]).exists():
                report(f"project.yml: {name}: no {source['path']}")
        base = target["settings"]["base"]
        for key in ("INFOPLIST_FILE", "CODE_SIGN_ENTITLEMENTS"):
            if key in base and not (root / base[key]).exists():
                report(f"project.yml: {name}: no {base[key]}")
        for dependency in target["dependencies"]:
            if "target" in dependency and dependency["target"] not in targets:
                report(f"project.yml: {name}: no target {dependency['target']}")
            if "package" in dependency and dependency["package"] not in parsed["packages"]:
                report(f"project.yml: {name}: no package {dependency['package']}")
    app, share = targets["Yanka"], targets["YankaShare"]
    if {"target": "YankaShare"} not in app["dependencies"]:
        report("project.yml: the app does not embed its share extension")
    base = app["settings"]["base"]
    inner = share["settings"]["base"]
    if not inner["PRODUCT_BUNDLE_IDENTIFIER"].startswith(base["PRODUCT_BUNDLE_IDENTIFIER"] + "."):
        report("project.yml: the extension's identifier is not inside of the app's")
    if "-Wl,-application_extension" not in inner["OTHER_LDFLAGS"] or not inner["APPLICATION_EXTENSION_API_ONLY"]:
        report("project.yml: the extension may link APIs that are unavailable to extensions")
    if base["PRODUCT_MODULE_NAME"] in ("Yanka", "YankaKit", "YankaFFI"):
        report("project.yml: the app's module has the name of another module")
    icon = base["ASSETCATALOG_COMPILER_APPICON_NAME"]
    if not (root / f"App/Assets.xcassets/{icon}.appiconset/Contents.json").exists():
        report("project.yml: no icon")
    else:
        for image in json.loads((root / f"App/Assets.xcassets/{icon}.appiconset/Contents.json").read_text())["images"]:
            if not (root / f"App/Assets.xcassets/{icon}.appiconset" / image["filename"]).exists():
                report(f"the icon lacks {image['filename']}")


def phrases(root):
    strings = catalogue(root / "App/Intents/AppShortcuts.xcstrings")
    text = (root / "App/Intents/Intents.swift").read_text()
    used = {p.replace("\\(.applicationName)", "${applicationName}") for p in re.findall(r'phrases: \["([^"]+)"', text)}
    for phrase in used ^ set(strings):
        report(f"AppShortcuts.xcstrings and the intents differ in {phrase!r}")


def main():
    here = pathlib.Path(__file__).resolve().parents[2]
    root = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else here
    shared = here.parent / "tests/words/shell-words.toml"
    strings_match(root, shared)
    screens(root, shared)
    plists(root)
    entitlements(root)
    built = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", here.parent / "target"))
    privacy(root, built / "release/libyanka.so")
    no_network(root)
    models(root)
    sources(root)
    project(root)
    phrases(root)
    print("\n".join(problems) or "resources: strings, plists, entitlements, privacy manifests and project match the code")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
