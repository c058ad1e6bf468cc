package io.sightings.azure.client;

import com.azure.core.credential.KeyCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** Tells from what was thrown instead of an answer whether the call can have been done. */
final class TransportErrorMapper {

  private TransportErrorMapper() {}

  static FaceException of(
      FaceOperation operation, String words, Throwable thrown, KeyRedaction redaction) {
    Throwable cause = inner(thrown);
    if (cause instanceof FaceException known) {
      return known;
    }
    String shown = redaction.of(String.valueOf(cause.getMessage())).replaceAll("\\s+", " ");
    if (credential(cause)) {
      return new FaceException(
          operation,
          FaceErrorKind.WRONG_TOKEN,
          words + " was not sent: Entra ID gave no token (" + first(shown) + ")",
          null);
    }
    if (cause instanceof ClientAuthenticationException) {
      return new FaceException(
          operation,
          FaceErrorKind.UNREACHABLE,
          words + " was not sent: Entra ID does not answer (" + first(shown) + ")",
          null);
    }
    if (unreachable(cause)) {
      String how =
          resolved(cause) ? "it does not answer (" + reason(cause) + ")" : "the name is not known";
      return new FaceException(
          operation, FaceErrorKind.UNREACHABLE, words + " was not sent: " + how, null);
    }
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return lost(operation, words + " was not answered in time");
    }
    if (cause instanceof CancellationException) {
      return lost(operation, words + " was given up");
    }
    if (cause instanceof IOException) {
      return lost(operation, words + " was sent, but the connection broke (" + shown + ")");
    }
    return new FaceException(
        operation,
        FaceErrorKind.UNEXPECTED,
        words + " failed (" + cause.getClass().getSimpleName() + ": " + shown + ")",
        null);
  }

  private static FaceException lost(FaceOperation operation, String what) {
    return new FaceException(operation, FaceErrorKind.LOST, what, null);
  }

  private static Throwable inner(Throwable thrown) {
    Throwable cause = Exceptions.unwrap(thrown);
    while ((cause instanceof CompletionException
            || cause instanceof ExecutionException
            || cause instanceof java.io.UncheckedIOException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** A credential that cannot be asked is not a credential that is wrong. */
  private static boolean credential(Throwable cause) {
    boolean asked =
        cause instanceof CredentialUnavailableException
            || cause instanceof ClientAuthenticationException;
    return asked && !(cause.getCause() instanceof IOException);
  }

  private static boolean unreachable(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof SSLHandshakeException
        || !resolved(cause);
  }

  private static boolean resolved(Throwable cause) {
    boolean unknown =
        cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException;
    Throwable deeper = cause.getCause();
    return !unknown && (deeper == null || deeper == cause || resolved(deeper));
  }

  private static String reason(Throwable cause) {
    if (cause instanceof SSLHandshakeException) {
      return "TLS: " + cause.getMessage();
    }
    return cause instanceof HttpConnectTimeoutException ? "no connection in time" : "refused";
  }

  /** Chains of credentials tell long stories; the beginning says which. */
  private static String first(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  /** Takes the key out of texts made by others, who might have put it in. */
  static final class KeyRedaction {
    private final @Nullable KeyCredential credential;

    KeyRedaction(@Nullable KeyCredential credential) {
      this.credential = credential;
    }

    String of(String text) {
      return credential == null ? text : text.replace(credential.getKey(), "***");
    }
  }
}
