package cn.dandang.policy.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The mutants of a report that no test detected. */
record Survivors(int mutants, List<Mutant> undetected) {

    static Survivors in(Path report) {
        try {
            NodeList mutations = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getElementsByTagName("mutation");
            var undetected = new ArrayList<Mutant>();
            for (int i = 0; i < mutations.getLength(); i++) {
                Element mutation = (Element) mutations.item(i);
                if (!Boolean.parseBoolean(mutation.getAttribute("detected"))) {
                    undetected.add(Mutant.at(text(mutation, "mutatedClass"), text(mutation, "mutatedMethod"), text(mutation, "description"),
                            Integer.parseInt(text(mutation, "lineNumber"))));
                }
            }
            return new Survivors(mutations.getLength(), List.copyOf(undetected));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(report + " is no report of mutants.", broken);
        }
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
