// The state of content that a screen loads from the core. The screen is drawn from this one value.
package org.yanka.app.core

sealed interface LoadState<out T> {
    data object NotRequested : LoadState<Nothing>

    /** [done] of [total] steps; both are 0 where the number of steps is unknown. */
    data class Loading(val done: Int = 0, val total: Int = 0) : LoadState<Nothing>
    data class Loaded<T>(val value: T) : LoadState<T>
    data class Failed(val error: UserFacingError) : LoadState<Nothing>
}

fun <T> Result<T>.toLoadState(): LoadState<T> = fold({ LoadState.Loaded(it) }, { LoadState.Failed(it as UserFacingError) })
