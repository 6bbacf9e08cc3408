// The one piece of the phone that the JVM lacks: an in-memory "AndroidKeyStore" with real AES keys.
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
    val made = HashMap<String, SecretKey>()

    init {
        put("KeyStore.AndroidKeyStore", Store::class.java.name)
        put("KeyGenerator.AES", Maker::class.java.name)
    }

    fun install() {
        made.clear()
        if (Security.getProvider(name) == null) Security.addProvider(this)
    }

    class Maker : KeyGeneratorSpi() {
        private var alias = ""
        override fun engineInit(random: SecureRandom?) = Unit
        override fun engineInit(size: Int, random: SecureRandom?) = Unit
        override fun engineInit(spec: AlgorithmParameterSpec?, random: SecureRandom?) {
            alias = (spec as android.security.keystore.KeyGenParameterSpec).keystoreAlias
        }
        override fun engineGenerateKey(): SecretKey =
            SecretKeySpec(ByteArray(32).also { SecureRandom().nextBytes(it) }, "AES").also { made[alias] = it }
    }

    class Store : KeyStoreSpi() {
        override fun engineGetKey(alias: String, password: CharArray?): Key? = made[alias]
        override fun engineDeleteEntry(alias: String) { made.remove(alias) }
        override fun engineContainsAlias(alias: String) = alias in made
        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit
        override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit
        override fun engineAliases(): Enumeration<String> = Collections.enumeration(made.keys)
        override fun engineSize() = made.size
        override fun engineIsKeyEntry(alias: String) = alias in made
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
