package io.sightings.cameras;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer (RFC 2326, section 7; RFC 9112, section 4). */
final class CameraResponse {
  private final String status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = {};

  /** In the protocol of the request. */
  CameraResponse(String status, CameraRequest request) {
    this.status = request.version() + " " + status;
    if (!request.header("cseq").isEmpty()) {
      header("CSeq", request.header("cseq"));
    }
    if (!status.startsWith("2")) {
      header("Content-Length", "0");
    }
  }

  CameraResponse header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  CameraResponse body(String type, byte[] content) {
    body = content;
    return header("Content-Type", type).header("Content-Length", Integer.toString(body.length));
  }

  /** Without the empty line that ends the headers. */
  byte[] unfinished() {
    StringBuilder head = new StringBuilder(status).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(unfinished());
    bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
