package io.sightings.restguard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.shaded.netty4.io.netty.buffer.ByteBuf;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.channel.embedded.EmbeddedChannel;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpContent;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard in a pipeline as Flink's REST server builds it, fed with bytes. */
class RestGuardTest {
  private final Uploads uploads = new Uploads();
  private final EmbeddedChannel connection = connection();

  /** Flink adds what a factory makes behind its codec and its handler of uploads. */
  private EmbeddedChannel connection() {
    Configuration flink = new Configuration();
    flink.set(RestOptions.ADDRESS, "jobmanager");
    flink.set(RestGuardOptions.ALLOWED_HOSTS, List.of("Flink.Example.com", "sightings-rest"));
    return new EmbeddedChannel(
        new HttpServerCodec(),
        uploads,
        new RestGuardFactory().createHandler(flink, Map.of()).orElseThrow());
  }

  @AfterEach
  void close() {
    connection.finishAndReleaseAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8081",
        "LOCALHOST:8081",
        "localhost.:8081",
        "localhost",
        "127.0.0.1:8081",
        "10.0.0.7:8081",
        "[::1]:8081",
        "[2001:db8::7]",
        "jobmanager:8081",
        "flink.example.com",
        "sightings-rest:8081"
      })
  void aProgramReachesFlinkUnderEachOfItsNames(String host) {
    send("POST /jobs HTTP/1.1", "Host: " + host);

    assertThat(answers()).isEmpty();
    assertThat(uploads.requests).containsExactly("POST /jobs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:8081",
        "localhost.evil.example:8081",
        "127.0.0.1.evil.example",
        "evil.example.:8081",
        "2130706433:8081",
        "0x7f.1:8081",
        "0.0.0.0:8081",
        "[::]:8081",
        "[::1",
        "::1",
        "user@localhost:8081",
        "localhost:8081,evil.example",
        "localhost:notaport",
        "localhost evil.example",
        "../localhost",
        " ",
        ""
      })
  void anotherNameForThisMachineIsRefused(String host) {
    send("GET /config HTTP/1.1", "Host: " + host);

    refused("Host header");
  }

  @Test
  void aRequestWithoutAHostIsRefusedWhateverItsVersion() {
    send("GET /jobs HTTP/1.0");

    refused("Host header");
  }

  @Test
  void twoHostsAreRefusedThoughOneIsRight() {
    send("GET /jobs HTTP/1.1", "Host: localhost:8081", "Host: localhost:8081");

    refused("Host header");
  }

  @Test
  void aHostThatGoesOnInTheNextLineIsRefused() {
    send("GET /jobs HTTP/1.1", "Host: localhost:8081", " .evil.example");

    refused("Host header");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8081/jobs", "http://evil.example/jobs", "*", "jobs", "a:443"})
  void aTargetThatIsNoPathIsRefused(String target) {
    send("GET " + target + " HTTP/1.1", "Host: localhost:8081");

    refused("malformed");
  }

  @Test
  void aRequestThatIsNoHttpIsRefused() {
    send("GET", "Host: localhost:8081");

    refused("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin:",
        "Origin: http://localhost:3000",
        "Origin: http://localhost",
        "Origin: https://localhost:8081.evil.example",
        "Origin: http://localhost:8081@evil.example",
        "Origin: http://127.0.0.1:8081",
        "Origin: file://localhost:8081",
        "Referer: http://evil.example/localhost:8081",
        "Referer: http://localhost:8081.evil.example/",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "sec-fetch-site: something new"
      })
  void aPageOfAnotherOriginIsRefusedWhateverItAsksFor(String header) {
    for (String method : new String[] {"GET", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD"}) {
      EmbeddedChannel one = connection();
      one.writeInbound(bytes(head(method + " /jobs/a HTTP/1.1", "Host: localhost:8081", header)));

      assertThat(text(one)).as(method).startsWith("HTTP/1.1 403").doesNotContain("access-control");
      assertThat(one.isOpen()).isFalse();
    }
    assertThat(uploads.requests).isEmpty();
  }

  @Test
  void aSecondOriginDoesNotHideBehindTheFirst() {
    send(
        "GET /jobs HTTP/1.1",
        "Host: localhost:8081",
        "Origin: http://localhost:8081",
        "Origin: http://evil.example");

    refused("another origin");
  }

  @Test
  void aWebSocketOfAnotherOriginIsRefused() {
    send(
        "GET /jobs HTTP/1.1",
        "Host: localhost:8081",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Origin: http://evil.example");

    refused("another origin");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8081, http://localhost:8081",
    "localhost, http://localhost:80",
    "flink.example.com, https://flink.example.com",
    "flink.example.com:443, https://FLINK.example.com",
    "[::1]:8081, http://[::1]:8081"
  })
  void flinksOwnPagesReachIt(String host, String origin) {
    send(
        "POST /jars/upload HTTP/1.1",
        "Host: " + host,
        "Origin: " + origin,
        "Referer: " + origin + "/#/submit",
        "Sec-Fetch-Site: same-origin");

    assertThat(answers()).isEmpty();
    assertThat(uploads.requests).containsExactly("POST /jars/upload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jars/a.jar/plan?entry-class=b",
        "/jars/a.jar/%70lan",
        "//jars/a.jar/plan/",
        "/jobs/a/yarn-cancel",
        "/jobs/a/yarn-stop/"
      })
  void aGetThatActsMustComeFromFlinksOwnPage(String target) {
    send("GET " + target + " HTTP/1.1", "Host: 10.0.0.7:8081");
    refused("with an effect");

    EmbeddedChannel page = connection();
    page.writeInbound(
        bytes(
            head(
                "GET " + target + " HTTP/1.1",
                "Host: 10.0.0.7:8081",
                "Referer: http://10.0.0.7:8081/")));
    assertThat(uploads.requests).containsExactly("GET " + target);
  }

  @Test
  void nothingOfARefusedUploadReachesTheHandlerThatWritesIt() {
    String body = "--b\r\nContent-Disposition: form-data; name=\"jarfile\"\r\n\r\nx\r\n--b--\r\n";
    String head =
        head(
            "POST /jars/upload HTTP/1.1",
            "Host: localhost:8081",
            "Origin: http://evil.example",
            "Content-Length: " + body.length());
    connection.writeInbound(bytes(head + body.substring(0, 20)));
    assertThat(connection.isOpen()).as("the client still writes").isTrue();
    connection.writeInbound(bytes(body.substring(20)));

    refused("another origin");
    assertThat(uploads.bytes).isZero();
  }

  @Test
  void eachRequestOfAConnectionIsJudged() {
    String good = head("GET /jobs HTTP/1.1", "Host: localhost:8081");
    String rebound = head("GET /config HTTP/1.1", "Host: evil.example:8081");
    connection.writeInbound(bytes(good + rebound + good));

    assertThat(uploads.requests).containsExactly("GET /jobs");
    assertThat(answers()).startsWith("HTTP/1.1 403");
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void aBodyThatLooksLikeARequestIsNone() {
    String inner = head("GET /jobs HTTP/1.1", "Host: localhost:8081");
    connection.writeInbound(
        bytes(
            head(
                    "POST /jobs HTTP/1.1",
                    "Host: localhost:8081",
                    "Origin: null",
                    "Transfer-Encoding: chunked")
                + Integer.toHexString(inner.length())
                + "\r\n"
                + inner
                + "\r\n0\r\n\r\n"));

    refused("another origin");
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "[], 0", "a.example, 1", "a.example;b.example, 2", "'[A.example., b]', 2"})
  void theListOfHostsIsWrittenAsAnyListOfFlink(String list, int more) {
    Configuration flink = new Configuration();
    flink.setString(RestGuardOptions.ALLOWED_HOSTS.key(), list);

    assertThat(AllowedHosts.of(flink).names())
        .hasSize(1 + more)
        .contains("localhost")
        .allMatch(name -> name.matches("localhost|a\\.example|b(\\.example)?"));
  }

  @Test
  void noPageMayShowFlinkInAFrame() {
    send("GET / HTTP/1.1", "Host: localhost:8081");
    connection.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));

    assertThat(answers()).startsWith("HTTP/1.1 200").contains("X-Frame-Options: DENY");
  }

  @Test
  void withoutACodecInFrontTheConnectionIsClosed() {
    EmbeddedChannel other =
        new EmbeddedChannel(
            new RestGuardFactory().createHandler(new Configuration(), Map.of()).orElseThrow());

    assertThat(other.isOpen()).isFalse();
  }

  private void send(String... lines) {
    connection.writeInbound(bytes(head(lines)));
  }

  private void refused(String reason) {
    assertThat(answers())
        .startsWith("HTTP/1.1 403 Forbidden\r\n")
        .contains("connection: close")
        .contains(reason);
    assertThat(connection.isOpen()).isFalse();
    assertThat(uploads.requests).isEmpty();
  }

  private String answers() {
    return text(connection);
  }

  private static String text(EmbeddedChannel from) {
    StringBuilder text = new StringBuilder();
    for (ByteBuf each = from.readOutbound(); each != null; each = from.readOutbound()) {
      text.append(each.toString(US_ASCII));
      each.release();
    }
    return text.toString();
  }

  private static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, US_ASCII);
  }

  /** Where Flink's handler of uploads is: it would write what it gets to disk. */
  private static final class Uploads extends ChannelInboundHandlerAdapter {
    private final List<String> requests = new ArrayList<>();
    private int bytes;

    @Override
    public boolean isSharable() {
      return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request) {
        requests.add(request.method() + " " + request.uri());
      }
      if (message instanceof HttpContent content) {
        bytes += content.content().readableBytes();
      }
      ReferenceCountUtil.release(message);
    }
  }
}
