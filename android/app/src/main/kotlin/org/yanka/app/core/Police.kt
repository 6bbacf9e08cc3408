// Which of the official numbers is the police's emergency number: chosen by id and number, never by position.
package org.yanka.app.core

/** The entry's id in rules/sources/numbers/hotlines.toml. */
private const val POLICE = "police"

/** The police's emergency number in mainland China, fact H001 of the rules. */
private const val EMERGENCY_NUMBER = "110"

/** 110 among these numbers; null where the rules do not list it, and then no other number stands in for it. */
fun List<Hotline>.police(): Hotline? = firstOrNull { it.id == POLICE && it.number == EMERGENCY_NUMBER }
