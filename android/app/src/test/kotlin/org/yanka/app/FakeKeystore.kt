// An in-memory provider "AndroidKeyStore" with real AES keys, which the JVM lacks.
package org.yanka.app

import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

object FakeKeystore : Provider("AndroidKeyStore", "1", "test") {
    val secretKeys = HashMap<String, SecretKey>()

    init {
        put("KeyStore.AndroidKeyStore", Store::class.java.name)
        put("KeyGenerator.AES", Generator::class.java.name)
    }

    fun install() {
        secretKeys.clear()
        if (Security.getProvider(name) == null) Security.addProvider(this)
    }

    class Generator : KeyGeneratorSpi() {
        private var alias = ""
        override fun engineInit(random: SecureRandom?) = Unit
        override fun engineInit(size: Int, random: SecureRandom?) = Unit
        override fun engineInit(spec: AlgorithmParameterSpec?, random: SecureRandom?) {
            alias = (spec as android.security.keystore.KeyGenParameterSpec).keystoreAlias
        }
        override fun engineGenerateKey(): SecretKey =
            SecretKeySpec(ByteArray(32).also { SecureRandom().nextBytes(it) }, "AES").also { secretKeys[alias] = it }
    }

    class Store : KeyStoreSpi() {
        override fun engineGetKey(alias: String, password: CharArray?): Key? = secretKeys[alias]
        override fun engineDeleteEntry(alias: String) { secretKeys.remove(alias) }
        override fun engineContainsAlias(alias: String) = alias in secretKeys
        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit
        override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit
        override fun engineAliases(): Enumeration<String> = Collections.enumeration(secretKeys.keys)
        override fun engineSize() = secretKeys.size
        override fun engineIsKeyEntry(alias: String) = alias in secretKeys
        override fun engineIsCertificateEntry(alias: String) = false
        override fun engineGetCertificate(alias: String): Certificate? = null
        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null
        override fun engineGetCertificateAlias(cert: Certificate?): String? = null
        override fun engineGetCreationDate(alias: String): Date? = null
        override fun engineSetKeyEntry(a: String, k: Key?, p: CharArray?, c: Array<Certificate>?) = Unit
        override fun engineSetKeyEntry(a: String, k: ByteArray?, c: Array<Certificate>?) = Unit
        override fun engineSetCertificateEntry(a: String, c: Certificate?) = Unit
    }
}
