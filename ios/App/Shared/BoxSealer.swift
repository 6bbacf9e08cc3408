// Type-checked on Linux against stubs; runs on an iPhone only.
import CryptoKit
import Foundation
import Security
import YankaKit

/// Closes what the share extension leaves with the app's public key (RFC 9180). The private key lies in the
/// app's own Keychain, which the extension cannot read; the public one lies beside the inbox.
struct BoxSealer: Sealer {
    struct NoKey: Error {}

    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let info = Data("org.yanka.inbox.1".utf8)
    private static let keyName = "inbox-key"
    /// Length of the encapsulated key that stands before the sealed text.
    private static let head = 32

    private var publicKey: URL? { AppPlaces().inbox?.appending(path: Inbox.publicKey) }

    /// Makes the pair of keys; the app does so at its start, before anything is shared.
    static func prepare() throws {
        guard let file = BoxSealer().publicKey else { throw NoKey() }
        let keys = KeychainKeys()
        let key: Curve25519.KeyAgreement.PrivateKey
        if let old = try keys.read(keyName) {
            key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: old)
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
        guard let raw = try KeychainKeys().read(Self.keyName), sealed.count > Self.head else { throw NoKey() }
        let key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw)
        var recipient = try HPKE.Recipient(
            privateKey: key, ciphersuite: Self.suite, info: Self.info,
            encapsulatedKey: Data(sealed.prefix(Self.head)))
        return try recipient.open(Data(sealed.dropFirst(Self.head)))
    }
}
