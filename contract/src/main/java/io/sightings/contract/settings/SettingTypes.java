package io.sightings.contract.settings;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/** The types settings may have beyond Jackson's own, each written as one short text. */
final class SettingTypes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  SettingTypes() {
    add(Duration.class, DurationText.ALLOWED, DurationText::parse, DurationText::format);
  }

  private <T> void add(
      Class<T> type, String allowed, Function<String, T> parse, Function<T, String> format) {
    addDeserializer(type, new Reader<>(type, allowed, parse));
    addSerializer(type, new Writer<>(format));
  }

  private static final class Reader<T> extends JsonDeserializer<T> {
    private final Class<T> type;
    private final String allowed;
    private final Function<String, T> parse;

    Reader(Class<T> type, String allowed, Function<String, T> parse) {
      this.type = type;
      this.allowed = allowed;
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getValueAsString();
      if (text == null) {
        return type.cast(context.handleUnexpectedToken(type, in));
      }
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(text, type, allowed);
      }
    }
  }

  private static final class Writer<T> extends JsonSerializer<T> {
    private final Function<T, String> format;

    Writer(Function<T, String> format) {
      this.format = format;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(format.apply(value));
    }
  }
}
