package org.threeshift.web.keeping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.core.export.ExportFile;
import org.threeshift.core.export.ExportPart;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Sessions;
import tools.jackson.databind.json.JsonMapper;

/** Where the person is signed in, in an export. */
@Component
@Order(6)
final class DevicesExport implements ExportPart {
    private static final String PLACE = "devices.json";

    private final Sessions sessions;
    private final JsonMapper json;
    private final Texts texts;

    DevicesExport(Sessions sessions, JsonMapper json, Texts texts) {
        this.sessions = sessions;
        this.json = json;
        this.texts = texts;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        List<Map<String, String>> devices =
                sessions.devices(person.id()).stream().map(DevicesExport::line).toList();
        return Stream.of(ExportFile.text(
                PLACE,
                json.writerWithDefaultPrettyPrinter().writeValueAsString(devices),
                texts.text("keeping.file.devices")));
    }

    private static Map<String, String> line(Sessions.Device device) {
        var line = new LinkedHashMap<String, String>();
        line.put("browser", device.agent());
        line.put("address", device.address());
        line.put("way", device.way());
        line.put("signedInAt", device.signedInAt().toString());
        line.put("lastSeen", device.lastSeen().toString());
        return line;
    }
}
