// Type-checked on Linux against stubs; runs on an iPhone only.
import CryptoKit
import Foundation
import Security
import YankaKit

/// Encrypts the share extension's item to the app's public key with HPKE (RFC 9180). The private key is in
/// the app's own Keychain, which the extension cannot read. The public key is a file in the share inbox.
struct HPKESealer: Sealer {
    struct NoKey: Error {}

    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let info = Data("org.yanka.inbox.1".utf8)
    private static let keyName = "inbox-key"
    /// Bytes of the encapsulated key, which precedes the ciphertext: an X25519 public key (RFC 9180, 7.1).
    private static let encapsulatedKeyBytes = 32

    private var publicKey: URL? { AppDirectories().shareInbox?.appending(path: ShareInbox.publicKeyFile) }

    /// Creates the key pair where there is none and writes the public key. The app calls it at its start.
    static func prepare() throws {
        guard let file = HPKESealer().publicKey else { throw NoKey() }
        let keys = KeychainKeyStore()
        let key: Curve25519.KeyAgreement.PrivateKey
        if let stored = try keys.read(keyName) {
            key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: stored)
        } else {
            key = Curve25519.KeyAgreement.PrivateKey()
            try keys.write(key.rawRepresentation, as: keyName)
        }
        try key.publicKey.rawRepresentation.write(to: file, options: .atomic)
    }

    func seal(_ plain: Data) throws -> Data {
        guard let file = publicKey else { throw NoKey() }
        let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: Data(contentsOf: file))
        var sender = try HPKE.Sender(recipientKey: key, ciphersuite: Self.suite, info: Self.info)
        return sender.encapsulatedKey + (try sender.seal(plain))
    }

    func open(_ sealed: Data) throws -> Data {
        guard let raw = try KeychainKeyStore().read(Self.keyName), sealed.count > Self.encapsulatedKeyBytes
        else { throw NoKey() }
        let key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw)
        var recipient = try HPKE.Recipient(
            privateKey: key, ciphersuite: Self.suite, info: Self.info,
            encapsulatedKey: Data(sealed.prefix(Self.encapsulatedKeyBytes)))
        return try recipient.open(Data(sealed.dropFirst(Self.encapsulatedKeyBytes)))
    }
}
