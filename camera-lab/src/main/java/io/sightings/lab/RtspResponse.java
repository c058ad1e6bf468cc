package io.sightings.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer (RFC 2326, section 7). */
final class RtspResponse {
  private final String status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = {};

  RtspResponse(String status, RtspRequest request) {
    this.status = status;
    header("CSeq", request.header("cseq"));
  }

  RtspResponse header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  RtspResponse body(String type, String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return header("Content-Type", type).header("Content-Length", Integer.toString(body.length));
  }

  byte[] bytes() {
    StringBuilder head = new StringBuilder("RTSP/1.0 ").append(status).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
