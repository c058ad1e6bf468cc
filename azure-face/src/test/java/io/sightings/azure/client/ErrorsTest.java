package io.sightings.azure.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.KeyCredential;
import com.azure.core.util.BinaryData;
import io.sightings.azure.ScriptedService;
import io.sightings.azure.ScriptedService.Reply;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private static FaceClientBuilder builder(String endpoint) {
    return new FaceClientBuilder()
        .endpoint(endpoint)
        .credential(new KeyCredential(KEY))
        .timeout(Duration.ofSeconds(20))
        .clock(NOON);
  }

  private static FaceException fault(FaceClientBuilder builder) {
    CompletionException thrown =
        catchThrowableOfType(
            CompletionException.class,
            () ->
                builder
                    .buildClient()
                    .detect(BinaryData.fromBytes(new byte[2000]), DetectOptions.DEFAULT)
                    .join());
    return (FaceException) thrown.getCause();
  }

  private static FaceException answered(Reply reply) {
    try (ScriptedService service = new ScriptedService(request -> reply)) {
      return fault(builder(service.endpoint()));
    }
  }

  @ParameterizedTest
  @EnumSource(FaceOperation.class)
  void aCallWhoseConnectionBreaksArrivesAsOftenAsItsOperationSays(FaceOperation operation) {
    try (ScriptedService service = new ScriptedService(request -> Reply.broken())) {
      FaceRequest request = new FaceRequest(operation, "/any", Map.of(), null, null);
      FaceExchange exchange = builder(service.endpoint()).buildExchange();

      assertThat(exchange.send(request)).failsWithin(Duration.ofSeconds(20));
      assertThat(service.received()).hasSize(operation.maxArrivals());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadArgument, Something is wrong., REFUSED",
    "400, LargePersonGroupNotTrained, Large person group 'staff' not trained., NOT_TRAINED",
    "400, BadArgument, 'recognitionModel' is incompatible., OTHER_MODEL",
    "400, RecognitionModelNotMatch, no, OTHER_MODEL",
    "400, InvalidImageSize, Image size is too small., IMAGE_SIZE",
    "400, InvalidImage, Decoding error., BAD_IMAGE",
    "401, 401, Access denied due to invalid subscription key or wrong API endpoint., WRONG_KEY",
    "401, Unspecified, Access denied., WRONG_KEY",
    "401, Unauthorized, The token is expired., WRONG_TOKEN",
    "403, 403, Out of call volume quota. Quota will be replenished in 12.23:45:01., OUT_OF_QUOTA",
    "403, Forbidden, Access denied due to Virtual Network/Firewall rules., FORBIDDEN",
    "404, LargePersonGroupNotFound, Large person group is not found., NO_GROUP",
    "404, PersonNotFound, Person is not found., NO_PERSON",
    "404, 404, Resource not found, WRONG_ENDPOINT",
    "400, LargePersonGroupNotFound, Large person group is not found., NO_GROUP",
    "409, LargePersonGroupTrainingNotFinished, Large person group is under training., BUSY",
    "409, ConcurrentOperationConflict, There is a conflict operation., BUSY",
    "409, LargePersonGroupExists, Large person group already exists., GROUP_EXISTS",
    "415, UnsupportedMediaType, no, BAD_IMAGE",
    "408, OperationTimeOut, Request Timeout., UNAVAILABLE",
    "429, 429, Please retry after 26 second(s)., THROTTLED",
    "500, InternalError, no, UNAVAILABLE",
    "503, ServiceUnavailable, no, UNAVAILABLE",
    "418, Teapot, no, REFUSED",
  })
  void whatTheServiceRefusesIsNamed(int status, String code, String message, FaceErrorKind fault) {
    FaceException refused = answered(Reply.error(status, code, message));

    assertThat(refused.fault()).isEqualTo(fault);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused)
        .hasMessageContaining(message)
        .hasMessageContaining("detect at 127.0.0.1 was refused with " + status)
        .hasMessageContaining(fault.remedy());
  }

  @Test
  void aFeatureWithoutApprovalIsToldByTheInnerError() {
    FaceException refused =
        answered(
            Reply.of(
                403,
                """
                {"error":{"code":"InvalidRequest","message":"Invalid request has been sent.","innererror":
                {"code":"UnsupportedFeature","message":"Feature is not supported, missing approval for one or more of \
                the following features: Identification,Verification."}}}"""));

    assertThat(refused.fault()).isEqualTo(FaceErrorKind.NOT_APPROVED);
    assertThat(refused.code()).isEqualTo("UnsupportedFeature");
    assertThat(refused)
        .hasMessageContaining("Identification,Verification")
        .hasMessageContaining("https://aka.ms/facerecognition")
        .hasMessageContaining("detection only");
  }

  @Test
  void anErrorThatIsNoJsonIsShownAsOneLine() {
    FaceException refused = answered(Reply.of(502, "<html>\n  Bad\tgateway\n</html>"));

    assertThat(refused.fault()).isEqualTo(FaceErrorKind.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("(<html> Bad gateway </html>)");
  }

  @Test
  void theHeaderNamesTheErrorWhereTheBodyDoesNot() {
    FaceException refused = answered(Reply.of(404, "").with("x-ms-error-code", "PersonNotFound"));

    assertThat(refused.fault()).isEqualTo(FaceErrorKind.NO_PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7, PT7S",
    "Retry-After, 0, PT0S",
    "'Retry-After', 'Sun, 01 Mar 2026 12:00:30 GMT', PT30S",
    "'Retry-After', 'Sun, 01 Mar 2026 11:00:00 GMT', PT0S",
    "Retry-After, soon, PT26S",
    "Retry-After, -3, PT26S",
    "retry-after-ms, 250, PT0.25S",
    "X-Other, 1, PT26S"
  })
  void theServiceSaysHowLongToWait(String header, String value, Duration wait) {
    FaceException refused =
        answered(
            Reply.error(
                    429,
                    "429",
                    "Requests have exceeded rate limit. Please retry after 26 second(s).")
                .with(header, value));

    assertThat(refused.retryAfter()).contains(wait);
  }

  @Test
  void noWaitIsMadeUp() {
    assertThat(answered(Reply.error(429, "429", "Too much.")).retryAfter()).isEmpty();
  }

  @Test
  void aPortNobodyListensOnIsUnreachable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    FaceException refused = fault(builder("http://127.0.0.1:" + port));

    assertThat(refused.fault()).isEqualTo(FaceErrorKind.UNREACHABLE);
    assertThat(refused)
        .hasMessage(
            "detect at 127.0.0.1 was not sent: it does not answer (refused); "
                + FaceErrorKind.UNREACHABLE.remedy()
                + ".");
  }

  @Test
  void aNameNobodyKnowsIsUnreachable() {
    FaceException refused = fault(builder("https://no-such-resource.invalid"));

    assertThat(refused.fault()).isEqualTo(FaceErrorKind.UNREACHABLE);
    assertThat(refused)
        .hasMessageContaining(
            "detect at no-such-resource.invalid was not sent: the name is not known");
  }

  @Test
  void aBrokenConnectionMayHaveDoneIt() {
    assertThat(answered(Reply.broken()).fault()).isEqualTo(FaceErrorKind.LOST);
  }

  @Test
  void aSlowAnswerMayHaveDoneIt() {
    CountDownLatch asleep = new CountDownLatch(1);
    ScriptedService service =
        new ScriptedService(
            request -> {
              try {
                asleep.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Reply.of(200, "[]");
            });
    try (service) {
      FaceException refused = fault(builder(service.endpoint()).timeout(Duration.ofMillis(300)));

      assertThat(refused.fault()).isEqualTo(FaceErrorKind.LOST);
      assertThat(refused).hasMessageContaining("was not answered in time");
    } finally {
      asleep.countDown();
    }
  }

  @Test
  void anAnswerThatIsNoJsonIsNotOneOfTheService() {
    FaceException refused = answered(Reply.of(200, "<html>Please sign in to the network</html>"));

    assertThat(refused.fault()).isEqualTo(FaceErrorKind.UNREADABLE);
    assertThat(refused).hasNoCause();
  }
}
