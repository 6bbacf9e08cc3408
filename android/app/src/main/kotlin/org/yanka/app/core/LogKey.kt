// The log's database key: 32 random bytes, encrypted (wrapped) by a key that never leaves the Android Keystore.
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
    /** The system deleted the wrapping key, as after a new screen lock on some phones. */
    class KeyLost : Exception()

    private val file = File(context.noBackupFilesDir, "log-key")

    /**
     * The database key, created on first use.
     * @throws KeyLost where the wrapping key was deleted.
     */
    fun key(): ByteArray {
        if (!file.exists()) {
            val key = ByteArray(KEY_BYTES).also { SecureRandom().nextBytes(it) }
            file.writeBytes(encrypt(key))
            return key
        }
        return decrypt(file.readBytes())
    }

    fun delete() {
        file.delete()
        keyStore().deleteEntry(ALIAS)
    }

    /** AES-256-GCM under the wrapping key: 12 bytes of nonce, then ciphertext and tag. */
    fun encrypt(plaintext: ByteArray): ByteArray {
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, wrappingKey(create = true)) }
        return cipher.iv + cipher.doFinal(plaintext)
    }

    /**
     * Decrypts what [encrypt] returned.
     * @throws KeyLost where the wrapping key was deleted or the bytes were changed.
     */
    fun decrypt(encrypted: ByteArray): ByteArray = try {
        if (encrypted.size <= NONCE_BYTES) throw KeyLost()
        Cipher.getInstance(CIPHER).run {
            init(Cipher.DECRYPT_MODE, wrappingKey(create = false), GCMParameterSpec(TAG_BITS, encrypted, 0, NONCE_BYTES))
            doFinal(encrypted, NONCE_BYTES, encrypted.size - NONCE_BYTES)
        }
    } catch (_: GeneralSecurityException) {
        throw KeyLost()
    }

    private fun keyStore() = KeyStore.getInstance(PROVIDER).apply { load(null) }

    private fun wrappingKey(create: Boolean): SecretKey {
        (keyStore().getKey(ALIAS, null) as? SecretKey)?.let { return it }
        if (!create) throw KeyLost()
        val spec = KeyGenParameterSpec.Builder(ALIAS, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER).run { init(spec); generateKey() }
    }

    private companion object {
        const val PROVIDER = "AndroidKeyStore"
        const val ALIAS = "log"
        const val CIPHER = "AES/GCM/NoPadding"
        const val KEY_BYTES = 32
        const val NONCE_BYTES = 12
        const val TAG_BITS = 128
    }
}
