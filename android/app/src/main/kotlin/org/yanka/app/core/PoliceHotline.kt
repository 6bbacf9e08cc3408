// Selects the police's emergency number from the official numbers: by id and number, never by list position.
package org.yanka.app.core

/** The hotline's id in rules/sources/numbers/hotlines.toml. */
private const val POLICE_ID = "police"

/** The police's emergency number in mainland China, fact H001 of the rules. */
private const val EMERGENCY_NUMBER = "110"

/** The hotline 110; null where the rules do not list it. No other number replaces it then. */
fun List<Hotline>.policeHotline(): Hotline? = firstOrNull { it.id == POLICE_ID && it.number == EMERGENCY_NUMBER }
