package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A message as a text a person can read and a diff can show: one line each for the key, the
 * timestamp, every header and the value. UTF-8 stands as it is, other bytes in hexadecimal.
 */
final class GoldenMessage {
  private static final HexFormat HEX = HexFormat.of();

  private GoldenMessage() {}

  static String file(String name) throws IOException {
    try (InputStream in = GoldenMessage.class.getResourceAsStream("/golden/" + name + ".txt")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  static String write(KafkaMessage message) {
    StringBuilder text = new StringBuilder();
    text.append("key ").append(bytes(message.key())).append('\n');
    text.append("timestamp ").append(message.timestamp()).append('\n');
    for (KafkaMessage.Header header : message.headers()) {
      text.append("header ").append(header.name()).append(' ');
      text.append(bytes(header.value())).append('\n');
    }
    return text.append("value ").append(bytes(message.value())).append('\n').toString();
  }

  static KafkaMessage read(String text) {
    byte[] key = null;
    byte[] value = null;
    long timestamp = 0;
    List<KafkaMessage.Header> headers = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "key" -> key = bytes(line.substring("key ".length()));
        case "timestamp" -> timestamp = Long.parseLong(words[1]);
        case "header" -> headers.add(new KafkaMessage.Header(words[1], bytes(words[2])));
        case "value" -> value = bytes(line.substring("value ".length()));
        default -> throw new IllegalArgumentException(line);
      }
    }
    return new KafkaMessage(key, value, headers, timestamp);
  }

  private static String bytes(byte[] bytes) {
    if (bytes == null) {
      return "none";
    }
    String text = new String(bytes, UTF_8);
    boolean readable = text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
    return readable ? "text " + text : "hex " + HEX.formatHex(bytes);
  }

  private static byte[] bytes(String text) {
    if (text.equals("none")) {
      return null;
    }
    return text.startsWith("hex ")
        ? HEX.parseHex(text.substring(4))
        : text.substring("text ".length()).getBytes(UTF_8);
  }
}
