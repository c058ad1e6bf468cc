package io.sightings.ingest.settings;

/**
 * How the certificate of a stream's server is verified, where its address is one of TLS.
 *
 * @param verify whether certificate and host are verified; true by default
 * @param ca a PEM file with the certificates that are trusted; empty takes those of the system
 */
public record TlsSettings(Boolean verify, String ca) {

  public TlsSettings {
    verify = verify == null || verify;
    ca = ca == null ? "" : ca;
  }

  public static TlsSettings defaults() {
    return new TlsSettings(true, "");
  }
}
