package io.sightings.contract.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON dialect of all topics: camelCase, ISO-8601 UTC, map keys in order, vectors as base64
 * of little-endian 32-bit floats, other floats and doubles with at most five digits, unknown
 * members ignored, texts without control characters.
 */
public final class Json {
  private static final int LONGEST_FAULT = 200;

  /** A sighting is five levels deep. */
  private static final int MAX_DEPTH = 20;

  private static final int MAX_DOCUMENT = 16 << 20;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxDocumentLength(MAX_DOCUMENT)
                          .maxNameLength(TextLimits.MAX_TEXT)
                          .maxStringLength(TextLimits.MAX_JSON_TEXT)
                          .build())
                  .build())
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(String.class, new PrintableTexts())
                  .addKeySerializer(String.class, new PrintableNames())
                  .addDeserializer(String.class, new TextsToPrintable())
                  .addKeyDeserializer(String.class, new NamesToPrintable())
                  .addSerializer(float[].class, new FloatsToBase64())
                  .addSerializer(Float.class, new ReadableNumberSerializer())
                  .addSerializer(Float.TYPE, new ReadableNumberSerializer())
                  .addSerializer(Double.class, new ReadableNumberSerializer())
                  .addSerializer(Double.TYPE, new ReadableNumberSerializer())
                  .addDeserializer(float[].class, new Base64ToFloats()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // A newer writer may add members: an older reader must not stop for them.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Equal values give equal bytes, for any map that holds the labels.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Json() {}

  public static byte[] write(Object thing) {
    try {
      return MAPPER.writeValueAsBytes(thing);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + thing.getClass(), e);
    }
  }

  /**
   * @throws MalformedMessageException if the bytes are null, not JSON, or not a {@code type}
   */
  public static <T> T read(byte @Nullable [] bytes, Class<T> type)
      throws MalformedMessageException {
    String what = type.getSimpleName();
    if (bytes == null) {
      throw new MalformedMessageException(what + " without a value");
    }
    try {
      T thing = MAPPER.readValue(bytes, type);
      if (thing == null) {
        throw new MalformedMessageException(what + " is the JSON null");
      }
      return thing;
    } catch (IOException e) {
      throw new MalformedMessageException(what + " cannot be read: " + fault(e), e);
    }
  }

  private static String fault(IOException e) {
    if (!(e instanceof JsonProcessingException json)) {
      return String.valueOf(e.getMessage());
    }
    String text = json.getOriginalMessage().lines().findFirst().orElse("no JSON");
    String member = json instanceof JsonMappingException mapping ? member(mapping) : "";
    return member + UntrustedText.shown(text, LONGEST_FAULT);
  }

  private static String member(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "" : path.append(": ").toString();
  }

  private static final class PrintableTexts extends JsonSerializer<String> {
    @Override
    public void serialize(String text, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(UntrustedText.printable(text));
    }
  }

  private static final class PrintableNames extends JsonSerializer<String> {
    @Override
    public void serialize(String name, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(UntrustedText.printable(name));
    }
  }

  private static final class TextsToPrintable extends JsonDeserializer<String> {
    @Override
    public @Nullable String deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(in, context);
      return text == null ? null : UntrustedText.printable(text);
    }
  }

  private static final class NamesToPrintable extends KeyDeserializer {
    @Override
    public Object deserializeKey(String name, DeserializationContext context) {
      return UntrustedText.printable(name);
    }
  }

  private static final class FloatsToBase64 extends JsonSerializer<float[]> {
    @Override
    public void serialize(float[] vector, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      ByteBuffer bytes =
          ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(vector);
      out.writeBinary(bytes.array());
    }
  }

  private static final class Base64ToFloats extends JsonDeserializer<float[]> {
    @Override
    public float[] deserialize(JsonParser in, DeserializationContext context) throws IOException {
      byte[] bytes = in.getBinaryValue();
      if (bytes.length % Float.BYTES != 0) {
        return context.reportInputMismatch(
            float[].class, "a vector of %d bytes is not one of 32-bit floats", bytes.length);
      }
      float[] vector = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
      return vector;
    }
  }
}
