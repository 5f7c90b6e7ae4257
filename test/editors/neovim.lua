-- Drives the language server from Neovim, as docs/editors.md sets it up, and prints one JSON line a fact.
-- Environment: PTREE is the command line to start, PTREE_FOLDER the project, PTREE_FILE the file to open.
local folder = vim.env.PTREE_FOLDER
local function say(name, value)
  io.stdout:write(vim.fn.json_encode({ name = name, value = value }) .. '\n')
end

local function finish(code)
  vim.cmd(code .. 'cquit')
end

local ok, problem = pcall(function()
  vim.filetype.add({ extension = { ptree = 'ptree' } })
  vim.cmd('edit ' .. folder .. '/' .. vim.env.PTREE_FILE)
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = 'product-tree',
    cmd = { vim.env.PTREE_NODE, vim.env.PTREE, 'lsp', '--stdio' },
    root_dir = folder,
    workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'tree' } },
  })
  vim.lsp.buf_attach_client(buffer, client)

  vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
  local messages = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(messages, (diagnostic.lnum + 1) .. ' ' .. diagnostic.message)
  end
  say('diagnostics', messages)

  local function request(method, line, word, more)
    local text = vim.api.nvim_buf_get_lines(buffer, line - 1, line, false)[1]
    local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line - 1, character = text:find(word, 1, true) } }
    local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend('error', params, more or {}), 10000)
    return answers and answers[client] and answers[client].result
  end

  local line = tonumber(vim.env.PTREE_LINE)
  local word = vim.env.PTREE_WORD
  local target = request('textDocument/definition', line, word)
  local location = target[1] or target
  local range = location.targetSelectionRange or location.range
  say('definition', vim.fn.fnamemodify(vim.uri_to_fname(location.targetUri or location.uri), ':t') .. ':' .. (range.start.line + 1) .. ':' .. (range.start.character + 1))

  local edit = request('textDocument/rename', line, word, { newName = vim.env.PTREE_NEW })
  vim.lsp.util.apply_workspace_edit(edit, vim.lsp.get_client_by_id(client).offset_encoding)
  vim.cmd('wall')
  local changed = {}
  for _, path in ipairs(vim.fn.glob(folder .. '/**/*.ptree', false, true)) do
    for number, content in ipairs(vim.fn.readfile(path)) do
      if content:find(vim.env.PTREE_NEW, 1, true) then
        table.insert(changed, vim.fn.fnamemodify(path, ':t') .. ':' .. number .. ' ' .. vim.trim(content))
      end
    end
  end
  say('rename', changed)
end)
if not ok then say('problem', tostring(problem)) end
finish(ok and 0 or 1)
