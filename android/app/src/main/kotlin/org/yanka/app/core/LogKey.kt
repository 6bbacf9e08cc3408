// The journal's key: 32 random bytes, wrapped by a key that never leaves the Android Keystore.
package org.yanka.app.core

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.io.File
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

class LogKey(context: Context) {
    /** The system has taken the wrapping key away, as after a new screen lock on some phones. */
    class Lost : Exception()

    private val file = File(context.noBackupFilesDir, "log-key")

    /** The journal's key, made on first use. */
    fun key(): ByteArray {
        if (!file.exists()) {
            val fresh = ByteArray(LENGTH).also { SecureRandom().nextBytes(it) }
            file.writeBytes(seal(fresh))
            return fresh
        }
        return open(file.readBytes())
    }

    fun forget() {
        file.delete()
        store().deleteEntry(NAME)
    }

    /** Nonce and ciphertext under the wrapping key. */
    fun seal(plain: ByteArray): ByteArray {
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, wrapping(make = true)) }
        return cipher.iv + cipher.doFinal(plain)
    }

    fun open(sealed: ByteArray): ByteArray = try {
        if (sealed.size <= NONCE) throw Lost()
        Cipher.getInstance(CIPHER).run {
            init(Cipher.DECRYPT_MODE, wrapping(make = false), GCMParameterSpec(TAG_BITS, sealed, 0, NONCE))
            doFinal(sealed, NONCE, sealed.size - NONCE)
        }
    } catch (_: GeneralSecurityException) {
        throw Lost()
    }

    private fun store() = KeyStore.getInstance(STORE).apply { load(null) }

    private fun wrapping(make: Boolean): SecretKey {
        (store().getKey(NAME, null) as? SecretKey)?.let { return it }
        if (!make) throw Lost()
        val spec = KeyGenParameterSpec.Builder(NAME, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).run { init(spec); generateKey() }
    }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val NAME = "log"
        const val CIPHER = "AES/GCM/NoPadding"
        const val LENGTH = 32
        const val NONCE = 12
        const val TAG_BITS = 128
    }
}
