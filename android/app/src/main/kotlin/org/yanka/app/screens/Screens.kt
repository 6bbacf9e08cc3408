// All screens by name.
package org.yanka.app.screens

import org.yanka.app.Screen

val SCREENS: Map<String, (String) -> Screen> = mapOf(
    "home" to { _ -> HomeScreen() },
    "first-run" to { _ -> FirstRunScreen() },
    "type" to { _ -> TypeScreen() },
    "result" to { arg -> ResultScreen(arg) },
    "error" to { arg -> ErrorScreen(arg) },
    "situation" to { _ -> SituationScreen() },
    "emergency" to { _ -> EmergencyScreen() },
    "numbers" to { _ -> NumbersScreen() },
    "call" to { arg -> CallScreen(arg) },
    "checklist" to { _ -> ChecklistScreen() },
    "questions" to { _ -> QuestionsScreen() },
    "scripts" to { arg -> ScriptsScreen(arg) },
    "script" to { arg -> ScriptScreen(arg) },
    "pages" to { _ -> PagesScreen() },
    "page" to { arg -> PageScreen(arg) },
    "log" to { _ -> LogScreen() },
    "entry" to { arg -> EntryScreen(arg) },
    "timeline" to { arg -> TimelineScreen(arg) },
    "own-rules" to { arg -> OwnRulesScreen(arg) },
    "rules" to { _ -> RulesScreen() },
    "settings" to { _ -> SettingsScreen() },
    "about" to { _ -> AboutScreen() },
    "licences" to { _ -> LicencesScreen() },
)

/** The home screen for an unknown [name]. */
fun screen(name: String, arg: String): Screen = (SCREENS[name] ?: SCREENS.getValue("home"))(arg)
