package io.sightings.faults.hostile.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class RawHttpResponseTest {

  @Test
  void answersOfOneConnectionAreReadOneByOne() throws IOException {
    InputStream in =
        in(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 4\r\n\r\nbody"
                + "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nrest");

    assertThat(RawHttpResponse.read(in)).isEqualTo(new RawHttpResponse(202, "body", false));
    assertThat(RawHttpResponse.read(in)).isEqualTo(new RawHttpResponse(400, "rest", true));
    assertThat(RawHttpResponse.read(in)).isEqualTo(RawHttpResponse.NONE);
  }

  @Test
  void whatIsNoHttpIsNoAnswer() throws IOException {
    assertThat(RawHttpResponse.read(in("\0\1\2"))).isEqualTo(RawHttpResponse.NONE);
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }
}
