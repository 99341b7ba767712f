"""An editor: the real yaml-language-server, spoken to over stdio by pygls, as VS Code speaks to it."""

import asyncio
import pathlib
import shutil

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

from house import ROOT

SERVER = ROOT / "target/judges/node/node_modules/yaml-language-server/bin/yaml-language-server"

# Where the cursor stands in a text.
CURSOR = "｜"

# A server that says nothing for so long will say nothing.
PATIENCE = 60

# As a writer's settings; nothing from the network.
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    },
    "editor": {"tabSize": 2},
}


class Editor:
    """A session with the server. `schemas` says which schema file holds for which files of `folder`."""

    def __init__(self, folder, schemas):
        self.folder = pathlib.Path(folder)
        self.settings = {**SETTINGS, "yaml": {**SETTINGS["yaml"], "schemas": schemas}}
        self.loop = asyncio.new_event_loop()
        self.diagnostics = {}
        self.version = 0
        self.configured = asyncio.Event()
        self.client = BaseLanguageClient("writer", "1")
        self._answer()

    def __enter__(self):
        self._wait(self._start())
        return self

    def __exit__(self, *_):
        self._wait(self._stop())
        self.loop.close()

    def problems(self, name, text):
        """What the server objects to in `text`: each with its first line, counted from 1, and its message."""
        found = self._wait(self._problems(self._open(name, text)))
        return [(problem.range.start.line + 1, problem.message) for problem in found]

    def offers(self, name, text):
        """What the server offers at the cursor: labels, each with its documentation, in the server's order."""
        uri, position = self._open_at(name, text)
        asked = types.CompletionParams(text_document=types.TextDocumentIdentifier(uri=uri), position=position)
        answer = self._wait(self.client.text_document_completion_async(asked))
        items = answer.items if isinstance(answer, types.CompletionList) else answer or []
        return {item.label: _plain(item.documentation) for item in items}

    def told(self, name, text):
        """What the server shows where the pointer rests."""
        uri, position = self._open_at(name, text)
        asked = types.HoverParams(text_document=types.TextDocumentIdentifier(uri=uri), position=position)
        answer = self._wait(self.client.text_document_hover_async(asked))
        return _plain(answer.contents) if answer else ""

    def _wait(self, work):
        return self.loop.run_until_complete(asyncio.wait_for(work, PATIENCE))

    async def _start(self):
        node = shutil.which("node")
        assert node, "there is no node"
        await self.client.start_io(node, str(SERVER), "--stdio")
        markdown = [types.MarkupKind.Markdown, types.MarkupKind.PlainText]
        item = types.ClientCompletionItemOptions(documentation_format=markdown, snippet_support=True)
        capabilities = types.ClientCapabilities(
            workspace=types.WorkspaceClientCapabilities(configuration=True, workspace_folders=True),
            text_document=types.TextDocumentClientCapabilities(
                completion=types.CompletionClientCapabilities(completion_item=item),
                hover=types.HoverClientCapabilities(content_format=markdown),
                publish_diagnostics=types.PublishDiagnosticsClientCapabilities(),
            ),
        )
        uri = self.folder.as_uri()
        await self.client.initialize_async(
            types.InitializeParams(
                capabilities=capabilities,
                locale="zh-cn",
                root_uri=uri,
                workspace_folders=[types.WorkspaceFolder(uri=uri, name="records")],
            )
        )
        self.client.initialized(types.InitializedParams())
        self.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=self.settings))
        # A file that is opened before would be read without its schema.
        await self.configured.wait()

    async def _stop(self):
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def _problems(self, uri):
        while uri not in self.diagnostics:
            await asyncio.sleep(0.02)
        return self.diagnostics[uri]

    def _answer(self):
        """What the server asks of an editor and tells it."""

        @self.client.feature(types.WORKSPACE_CONFIGURATION)
        def _(params):
            self.configured.set()
            return [self.settings.get(item.section) for item in params.items]

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params):
            self.diagnostics[params.uri] = params.diagnostics

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def _(_):
            return None

    def _open(self, name, text):
        """Opens a text under a name of its own, so that no answer is about an earlier one."""
        self.version += 1
        path = self.folder / f"{self.version}" / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        document = types.TextDocumentItem(uri=path.as_uri(), language_id="yaml", version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=document))
        return document.uri

    def _open_at(self, name, text):
        before, after = text.split(CURSOR)
        line = before.count("\n")
        column = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        return self._open(name, before + after), types.Position(line=line, character=column)


def _plain(content):
    return content.value if isinstance(content, types.MarkupContent) else content or ""
